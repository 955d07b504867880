package suite

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/tickets"
)

func TestNewTypes_Cross(t *testing.T) {
	wantEqual(t, ok[tickets.UserID](t)(tickets.NextID(ctx, 41)), 42)
	wantEqual(t, *ok[*tickets.AdminID](t)(tickets.Promoted(ctx, 7)), -7)
	wantEqual(t, ok[*tickets.AdminID](t)(tickets.Promoted(ctx, 0)), nil)
	wantEqual(t, ok[[]int](t)(tickets.Along(ctx, []int{1, 2})), []int{2, 1})
	wantEqual(t, ok[[]tickets.Name](t)(tickets.Unique(ctx, python.SetOf[tickets.Name]("b", "a"))), []tickets.Name{"a", "b"})
	users, weights, err := tickets.Doubled(ctx, []tickets.UserID{1, 2}, []tickets.Weight{0.5})
	done(t, err)
	wantEqual(t, users, []tickets.UserID{2, 4})
	wantEqual(t, weights, []tickets.Weight{1})
}

func TestNewTypes_InRecordsAndKeys(t *testing.T) {
	first := ok[tickets.Ticket](t)(tickets.NewTicket(ctx, 1, "lamp"))
	wantEqual(t, first, tickets.Ticket{Owner: 1, Title: "lamp", Weight: 0.5})
	second := ok[tickets.Ticket](t)(tickets.Signed(ctx, tickets.Token("key"), tickets.Ticket{Owner: 1, Title: "chair"}))
	wantEqual(t, string(second.Token), "key")
	wantEqual(t, ok[tickets.Ticket](t)(tickets.Signed(ctx, nil, second)).Token, nil)
	owners := ok[map[tickets.UserID][]tickets.Name](t)(tickets.Owners(ctx, []tickets.Ticket{first, second}))
	wantEqual(t, owners, map[tickets.UserID][]tickets.Name{1: {"lamp", "chair"}})
}

func TestNewTypes_InCallbacksAndUnions(t *testing.T) {
	visit := func(_ context.Context, user tickets.UserID) (tickets.Name, error) {
		return tickets.Name(strings.Repeat("x", int(user))), nil
	}
	names := ok[[]tickets.Name](t)(tickets.EachOf(ctx, []tickets.UserID{1, 3}, visit))
	wantEqual(t, names, []tickets.Name{"x", "xxx"})
	wantEqual(t, ok[tickets.IntOrStr](t)(tickets.Told(ctx, tickets.IntCase(3))), tickets.IntOrStr(tickets.IntCase(3)))
}

func TestNewTypes_InTheDynamicAPI(t *testing.T) {
	object := ok[*python.Object](t)(python.From(ctx, []tickets.UserID{3, 4}))
	defer object.Close()
	users := ok[[]tickets.UserID](t)(python.To[[]tickets.UserID](ctx, object))
	if !slices.Equal(users, []tickets.UserID{3, 4}) {
		t.Errorf("%v", users)
	}
}

func TestNewTypes_Refused(t *testing.T) {
	_, err := tickets.Wrong(ctx)
	wantRefused(t, err, "tickets.wrong: result: expected int, got str")
	_, err = tickets.Unique(ctx, python.SetOf[tickets.Name]("\xff"))
	if err == nil || !strings.Contains(err.Error(), "tickets.unique: argument names") {
		t.Errorf("%v", err)
	}
}
