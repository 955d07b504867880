package suite

import (
	"errors"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/figures"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/stacks"
)

func newStack(t testing.TB, items ...int) *stacks.Stack {
	t.Helper()
	return ok[*stacks.Stack](t)(stacks.NewStack(ctx, items))
}

func TestClasses_ConstructorTakesOptions(t *testing.T) {
	plain := newStack(t, 1, 2)
	wantEqual(t, ok[string](t)(plain.Name(ctx)), "unnamed")
	named := ok[*stacks.Stack](t)(stacks.NewStack(ctx, nil, stacks.StackOptions{Name: python.Some("s")}))
	wantEqual(t, ok[string](t)(named.Name(ctx)), "s")
}

func TestClasses_MethodsWithOptionsAndOverloads(t *testing.T) {
	stack := newStack(t, 5)
	wantEqual(t, ok[int](t)(stack.Push(ctx, 6)), 2)
	wantEqual(t, ok[int](t)(stack.Push(ctx, 7, stacks.StackPushOptions{Times: python.Some(2)})), 4)
	wantEqual(t, ok[int](t)(stack.Pop(ctx)), 7)
	wantEqual(t, *ok[*int](t)(stack.Find(ctx, 6)), 1)
	wantEqual(t, *ok[*string](t)(stack.FindStr(ctx, "6")), "1")
	merged := ok[*stacks.Stack](t)(stack.Merge(ctx, newStack(t, 8), newStack(t, 9)))
	wantEqual(t, *ok[*int](t)(merged.Top(ctx)), 9)
	wantEqual(t, ok[bool](t)(stacks.Same(ctx, stack, stacks.SameOptions{Other: merged})), true)
}

func TestClasses_StaticAndClassMethodsAreFunctions(t *testing.T) {
	three := ok[*stacks.Stack](t)(stacks.StackOf(ctx, 1, 2, 3))
	largest := ok[*stacks.Stack](t)(stacks.StackLargest(ctx, []*stacks.Stack{newStack(t, 1), three}))
	wantEqual(t, ok[bool](t)(largest.Is(ctx, three.Object)), true)
	none := ok[*stacks.Stack](t)(stacks.StackLargest(ctx, nil))
	wantEqual(t, none, nil)
	wantEqual(t, ok[int](t)(stacks.StackLimit(ctx)), 100)
	wantEqual(t, ok[string](t)(stacks.StackKind(ctx)), "stack")
}

func TestClasses_PropertiesAreGotSetAndDeleted(t *testing.T) {
	stack := newStack(t, 1, 2, 3)
	wantEqual(t, ok[int](t)(stack.Size(ctx)), 3)
	done(t, stack.SetSize(ctx, 2))
	wantEqual(t, *ok[*int](t)(stack.Top(ctx)), 2)
	done(t, stack.DelSize(ctx))
	wantEqual(t, ok[*int](t)(stack.Top(ctx)), nil)
}

func TestClasses_AttributesOfInstances(t *testing.T) {
	stack := newStack(t)
	done(t, stack.SetName(ctx, "named"))
	wantEqual(t, ok[string](t)(stack.Name(ctx)), "named")
	ok[int](t)(stack.Push(ctx, 1))
	wantEqual(t, ok[int](t)(stack.Pushes(ctx)), 1)
	wantEqual(t, ok[int](t)(stack.Secret(ctx)), 7)
}

func TestClasses_CachedPropertyIsKeptUntilDeleted(t *testing.T) {
	stack := newStack(t, 1, 2)
	wantEqual(t, ok[int](t)(stack.Total(ctx)), 3)
	ok[int](t)(stack.Push(ctx, 10))
	wantEqual(t, ok[int](t)(stack.Total(ctx)), 3)
	done(t, stack.DelTotal(ctx))
	wantEqual(t, ok[int](t)(stack.Total(ctx)), 13)
}

func TestClasses_NestedClasses(t *testing.T) {
	stack := newStack(t, 1, 2)
	mark := ok[*stacks.StackMark](t)(stack.Mark(ctx))
	ok[int](t)(stack.Push(ctx, 3))
	done(t, stack.BackTo(ctx, mark))
	wantEqual(t, ok[int](t)(stack.Size(ctx)), 2)
	done(t, stack.BackTo(ctx, ok[*stacks.StackMark](t)(stacks.NewStackMark(ctx, 1))))
	wantEqual(t, ok[int](t)(stack.Size(ctx)), 1)
}

func TestClasses_NamesOfTheHandleItselfComeFirst(t *testing.T) {
	stack := newStack(t)
	wantEqual(t, ok[string](t)(stack.Close_(ctx)), "closed unnamed")
	done(t, stack.Close())
}

func TestClasses_AHandleGoesWhereAnythingDoes(t *testing.T) {
	stack := newStack(t)
	wantEqual(t, ok[string](t)(stacks.Anything(ctx, stack)), "Stack")
	var none *stacks.Stack
	wantEqual(t, ok[string](t)(stacks.Anything(ctx, none)), "NoneType")
	wantEqual(t, ok[string](t)(stacks.Anything(ctx, []*stacks.Stack{stack})), "list")
	back := ok[*stacks.Stack](t)(python.To[*stacks.Stack](ctx, stack.Object))
	wantEqual(t, ok[bool](t)(stacks.Same(ctx, stack, stacks.SameOptions{Other: back})), true)
}

func TestClasses_NilAndClosedHandles(t *testing.T) {
	_, err := stacks.Same(ctx, nil)
	wantRefused(t, err, "stacks.same: argument stack: expected stacks.Stack, got nil *stacks.Stack")
	var none *stacks.Stack
	_, err = none.Pop(ctx)
	wantRefused(t, err, "stacks.Stack.pop: argument self: expected stacks.Stack, got nil *stacks.Stack")
	_, err = newStack(t).Merge(ctx, newStack(t), nil)
	wantRefused(t, err, "stacks.Stack.merge: argument others[1]: expected stacks.Stack, got nil *stacks.Stack")
	closed := newStack(t)
	done(t, closed.Close())
	_, err = closed.Pop(ctx)
	if !errors.Is(err, python.ErrClosed) {
		t.Errorf("%v is not ErrClosed", err)
	}
}

func TestClasses_HandleOfAnotherClass(t *testing.T) {
	circle := ok[*figures.Circle](t)(figures.NewCircle(ctx, 1))
	_, err := (&stacks.Stack{Object: circle.Object}).Pop(ctx)
	wantRefused(t, err, "stacks.Stack.pop: argument self: expected stacks.Stack, got figures.Circle")
	_, err = python.To[*figures.Square](ctx, circle.Object)
	wantRefused(t, err, "python.To: result: expected figures.Square, got figures.Circle")
}

func TestClasses_ExceptionsOfMethods(t *testing.T) {
	_, err := newStack(t).Pop(ctx)
	wantText(t, err, "stacks.Stack.pop: IndexError: pop from empty list")
}

func TestClasses_AttributesThatOnlyTheirValuesTell(t *testing.T) {
	circle := ok[*figures.Circle](t)(figures.NewCircle(ctx, 2))
	square := ok[*figures.Square](t)(figures.NewSquare(ctx, 3))
	done(t, circle.Turn(ctx))
	wantEqual(t, ok[int](t)(circle.Turns(ctx)), 1)
	wantEqual(t, ok[int](t)(circle.Sides(ctx)), 0)
	wantEqual(t, ok[int](t)(square.Shape.Sides(ctx)), 4)
	wantEqual(t, ok[[]string](t)(figures.ShapeCorners(ctx)), []string{"nw", "ne", "se", "sw"})
}

func TestClasses_OverridesAreCalled(t *testing.T) {
	circle := ok[*figures.Circle](t)(figures.NewCircle(ctx, 2, figures.CircleOptions{X: python.Some(3.0), Y: python.Some(4.0)}))
	square := ok[*figures.Square](t)(figures.NewSquare(ctx, 3))
	wantEqual(t, ok[float64](t)(circle.Shape.Area(ctx)), 12)
	wantEqual(t, ok[string](t)(circle.Describe(ctx)), "circle 12.00")
	wantEqual(t, ok[float64](t)(circle.Distance(ctx)), 5)
	wantEqual(t, ok[float64](t)(figures.Total(ctx, []*figures.Shape{&circle.Shape, &square.Shape})), 21)
	largest := ok[*figures.Shape](t)(figures.Largest(ctx, []*figures.Shape{&circle.Shape, &square.Shape}))
	wantEqual(t, ok[float64](t)(ok[*figures.Circle](t)(python.To[*figures.Circle](ctx, largest.Object)).Radius(ctx)), 2)
	wantEqual(t, ok[float64](t)(ok[*figures.Shape](t)(figures.Hidden(ctx)).Area(ctx)), 0.5)
}

func TestClasses_SeveralBases(t *testing.T) {
	both := ok[*figures.NamedSquare](t)(figures.NewNamedSquare(ctx, 2, "q"))
	wantEqual(t, ok[string](t)(both.Name(ctx)), "q")
	wantEqual(t, ok[float64](t)(both.Side(ctx)), 2)
	wantEqual(t, ok[string](t)(both.Describe(ctx)), "shape 4.00")
	wantEqual(t, ok[float64](t)(figures.Total(ctx, []*figures.Shape{&both.Shape})), 4)
	done(t, both.Close())
}

func TestClasses_OneBaseByTwoWays(t *testing.T) {
	both := ok[*figures.Both](t)(figures.NewBoth(ctx, 2))
	turned := ok[*figures.Both](t)(both.Turned(ctx))
	wantEqual(t, ok[float64](t)(turned.Area(ctx)), 4)
	wantEqual(t, ok[string](t)(turned.SideName(ctx)), "right")
	wantEqual(t, ok[string](t)(both.Left.Describe(ctx)), "shape 4.00")
}

func TestClasses_ProtocolsAreFitted(t *testing.T) {
	square := ok[*figures.Square](t)(figures.NewSquare(ctx, 3))
	wantEqual(t, ok[float64](t)(figures.AreaOf(ctx, &figures.HasArea{Object: square.Object})), 9)
}

func TestClasses_AsKeysAndMembersOfSets(t *testing.T) {
	square := ok[*figures.Square](t)(figures.NewSquare(ctx, 3))
	groups := ok[python.OrderedMap[*figures.Shape, []*figures.Shape]](t)(
		figures.Grouped(ctx, []*figures.Shape{&square.Shape, &square.Shape}))
	wantEqual(t, len(groups), 1)
	wantEqual(t, ok[bool](t)(groups[0].Key.Is(ctx, square.Object)), true)
	wantEqual(t, ok[bool](t)(groups[0].Value[0].Is(ctx, square.Object)), true)
}
