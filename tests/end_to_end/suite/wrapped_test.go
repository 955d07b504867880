package suite

import (
	"context"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/wrapped"
)

func TestDecoratedFunctions_KeepTheirSignature(t *testing.T) {
	wantEqual(t, ok[string](t)(wrapped.Joined(ctx, "a", "b")), "a-b")
	options := wrapped.JoinedOptions{Sep: python.Some("+")}
	wantEqual(t, ok[string](t)(wrapped.JoinedWith(ctx, options, "a", "b")), "a+b")
	wantEqual(t, ok[[]string](t)(wrapped.Calls(ctx)), []string{"joined", "joined"})
	wantEqual(t, ok[string](t)(wrapped.Shown(ctx, 3)), "the number 3")
	wantEqual(t, ok[string](t)(wrapped.Shown(ctx, "a")), "something")
}

func TestDecoratedFunctions_AreWhatIsMadeOfThem(t *testing.T) {
	wantEqual(t, ok[string](t)(wrapped.Shouted(ctx, 2)), "SESSION!!")
	mark := wrapped.ShoutedOptions{Mark: python.Some("?")}
	wantEqual(t, ok[string](t)(wrapped.Shouted(ctx, 1, mark)), "SESSION?")
	wantEqual(t, ok[[]int](t)(wrapped.Counted(ctx, 3)), []int{0, 1, 2})
	wantEqual(t, ok[float64](t)(wrapped.Halved(ctx, 3)), 1.5)
}

func TestCachedFunctions_AreCalledOnce(t *testing.T) {
	for range 3 {
		wantEqual(t, ok[int](t)(wrapped.Squared(ctx, 3)), 9)
		wantEqual(t, ok[int](t)(wrapped.Cubed(ctx, 3)), 27)
	}
	wantEqual(t, ok[[]string](t)(wrapped.Calls(ctx)), []string{"squared", "cubed"})
	square := ok[*wrapped.Square](t)(wrapped.NewSquare(ctx, 2))
	for range 3 {
		wantEqual(t, ok[float64](t)(square.Times(ctx, 2)), 8)
	}
	wantEqual(t, ok[[]string](t)(wrapped.Calls(ctx)), []string{"times"})
}

func TestPartialFunctions_TakeWhatIsLeft(t *testing.T) {
	wantEqual(t, ok[float64](t)(wrapped.Doubled(ctx, 1.5)), 3)
	offset := wrapped.DoubledOptions{Offset: python.Some(1.0), By: python.Some(4.0)}
	wantEqual(t, ok[float64](t)(wrapped.Doubled(ctx, 1.5, offset)), 7)
	wantEqual(t, ok[float64](t)(wrapped.Tripled(ctx, 1.5)), 4)
	add := ok[python.FuncVar[int]](t)(wrapped.Adder(ctx, 2))
	defer add.Close()
	wantEqual(t, ok[int](t)(add(ctx, []any{3}, nil)), 5)
	negate := func(_ context.Context, args []any, _ map[string]any) (int, error) { return -args[0].(int), nil }
	wantEqual(t, ok[int](t)(wrapped.Called(ctx, negate, 4)), -4)
	wantEqual(t, ok[int](t)(wrapped.Called(ctx, add, 4)), 6)
}

func TestDescriptors_AreWhatTheyGiveAndTake(t *testing.T) {
	square := ok[*wrapped.Square](t)(wrapped.NewSquare(ctx, 12.5))
	wantEqual(t, ok[float64](t)(square.Width(ctx)), 10)
	done(t, square.SetWidth(ctx, 3))
	wantEqual(t, ok[float64](t)(square.Width(ctx)), 3)
	wantEqual(t, ok[int](t)(square.Corners(ctx)), 3)
	done(t, square.SetCorners(ctx, 20))
	wantEqual(t, ok[int](t)(square.Corners(ctx)), 8)
	wantEqual(t, ok[int](t)(square.Length(ctx)), 6)
	done(t, square.SetRoom(ctx, 25))
	wantEqual(t, ok[float64](t)(square.Width(ctx)), 5)
}

func TestAbstractClasses_AreMadeByWhatDerivesFromThem(t *testing.T) {
	square := ok[*wrapped.Square](t)(wrapped.NewSquare(ctx, 2))
	wantEqual(t, ok[float64](t)(square.Size(ctx)), 4)
	corner := ok[*wrapped.ShapeCorner](t)(square.Corner(ctx))
	wantEqual(t, ok[string](t)(corner.Shape(ctx)), "square")
	class := ok[*python.Object](t)(wrapped.Kind(ctx, &square.Shape))
	shape := ok[*wrapped.Shape](t)(wrapped.Made(ctx, class, 3))
	wantEqual(t, ok[float64](t)(shape.Area(ctx)), 9)
}
