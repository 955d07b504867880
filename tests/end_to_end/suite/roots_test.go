package suite

import (
	"context"
	"iter"
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/roots"
)

func TestRootModels_AreTheirRoots(t *testing.T) {
	text, tags, err := roots.OfTags(ctx, []string{"a", "b"})
	done(t, err)
	wantEqual(t, text, "Tags(root=['a', 'b'])")
	wantEqual(t, tags, []string{"a", "b"})

	text, score, err := roots.OfScore(ctx, 2)
	done(t, err)
	wantEqual(t, text, "Score(root=2.0)")
	wantEqual(t, score, 2)

	text, path, err := roots.OfPath(ctx, []roots.Corner{{X: 1, Y: 2}})
	done(t, err)
	wantEqual(t, text, "ClosedPath(root=[Corner(x=1, y=2)])")
	wantEqual(t, path, []roots.Corner{{X: 1, Y: 2}})

	text, names, err := roots.OfNames(ctx, map[string]int{"a": 1})
	done(t, err)
	wantEqual(t, text, "RootModel[dict[str, int]](root={'a': 1})")
	wantEqual(t, names, map[string]int{"a": 1})

	number, letter, err := roots.OfWritten(ctx, python.Tuple2[int, string]{V0: 1, V1: "a"})
	done(t, err)
	wantEqual(t, number, 1)
	wantEqual(t, letter, "a")

	wantEqual(t, ok[string](t)(roots.OfAny(ctx, []int{1})), "RootModel(root=[1])")
}

func TestRootModels_AreValidated(t *testing.T) {
	_, _, err := roots.OfTags(ctx, []string{"a", ""})
	e := raised(t, err)
	wantEqual(t, e.Type, "ValidationError")
	if !strings.Contains(e.Message, "1\n  String should have at least 1 character") {
		t.Errorf("the error does not name the item: %s", e.Message)
	}
	_, _, err = roots.OfScore(ctx, -1)
	wantEqual(t, raised(t, err).Type, "ValidationError")
	_, _, err = roots.OfPath(ctx, []roots.Corner{{Y: -1}})
	wantEqual(t, raised(t, err).Type, "ValidationError")
}

func TestRootModels_OfNone(t *testing.T) {
	for _, maybe := range []*int{nil, pointer(7)} {
		_, back, err := roots.OfMaybe(ctx, maybe)
		done(t, err)
		wantEqual(t, back, maybe)
	}
	none := pointer[*int](nil)
	for which, want := range []**int{nil, none, pointer(pointer(7))} {
		wantEqual(t, ok[**int](t)(roots.OptionalMaybe(ctx, which)), want)
	}
	wantEqual(t, ok[string](t)(roots.OfOptional(ctx)), "(None, None)")
	wantEqual(t, ok[string](t)(roots.OfOptional(ctx, roots.OfOptionalOptions{Tags: []string{}, Maybe: none})),
		"(Tags(root=[]), Maybe(root=None))")
}

func TestRootModels_InOtherTypes(t *testing.T) {
	article := ok[roots.Article](t)(roots.NewArticle(ctx, "t", []string{"a"}))
	wantEqual(t, article, roots.Article{Title: "t", Tags: []string{"a"}, Score: 0.5})
	text, back, err := roots.OfArticle(ctx, article)
	done(t, err)
	wantEqual(t, text, "Article(title='t', tags=Tags(root=['a']), score=Score(root=0.5))")
	wantEqual(t, back, article)

	stays(t, roots.ByScore, map[float64][]string{1.5: {"a"}, 2: {}})

	for _, each := range []struct {
		name  string
		value roots.TagsOrScoreOrListStr
	}{
		{"Tags", roots.TagsCase{"a"}},
		{"Score", roots.ScoreCase(1)},
		{"list", roots.ListOfStrCase{"a"}},
	} {
		name, back, err := roots.OfEither(ctx, each.value)
		done(t, err)
		wantEqual(t, name, each.name)
		wantEqual(t, back, each.value)
	}

	tags, err := collected(ok[iter.Seq2[[]string, error]](t)(roots.EachTag(ctx, [][]string{{"a"}, {}})))
	done(t, err)
	wantEqual(t, tags, [][]string{{"a"}, {}})

	count := func(_ context.Context, tags []string) (float64, error) { return float64(len(tags)), nil }
	wantEqual(t, ok[float64](t)(roots.Applied(ctx, count, []string{"a", "b"})), 2)
}

func TestRootModels_Generic(t *testing.T) {
	text, page, err := roots.OfPage(ctx, []int{1})
	done(t, err)
	wantEqual(t, text, "Page[int](root=[1])")
	wantEqual(t, page, []int{1})
	wantEqual(t, ok[[]string](t)(roots.OfPages(ctx, []string{"b"}, "a")), []string{"a", "b"})
}

func TestRootModels_OfThemselvesAreObjects(t *testing.T) {
	for _, branch := range ok[[]*python.Object](t)(roots.OfTree(ctx, 1)) {
		defer branch.Close()
		wantEqual(t, branch.String(), "root=[]")
	}
}

func TestRootModels_AsHandles(t *testing.T) {
	ledger := ok[*roots.Ledger](t)(roots.NewLedger(ctx, []int{1, 2}))
	defer ledger.Close()
	wantEqual(t, ok[int](t)(ledger.Total(ctx)), 3)
	wantEqual(t, ok[[]int](t)(roots.OfLedger(ctx, ledger)), []int{1, 2})
}

func TestRootModels_WrongOnesAreRefused(t *testing.T) {
	for how, want := range map[string]string{
		"item":  "roots.wrong: result[1]: expected str, got int",
		"other": "roots.wrong: result: expected roots.Tags, got list",
	} {
		_, err := roots.Wrong(ctx, how)
		wantRefused(t, err, want)
	}
}
