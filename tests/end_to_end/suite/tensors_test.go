package suite

import (
	"testing"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/tensors"
)

func TestTensors_OfTorchShareTheirMemory(t *testing.T) {
	a := ok[python.AnyArray](t)(tensors.Made(ctx, 4)).(*python.Array[float32])
	wantEqual(t, a.Copy(), []float32{0, 1, 2, 3})
	wantEqual(t, ok[float64](t)(tensors.Change(ctx, 0, 6)), 12)
	wantEqual(t, a.At(0), 6)
	if a.CanWrite() { // numpy before 2.1 makes what it gets through DLPack read-only
		a.Set(10, 1)
		wantEqual(t, ok[float64](t)(tensors.Change(ctx, 0, 0)), 15)
	}
	wantEqual(t, ok[bool](t)(tensors.IsKept(ctx, a)), true)
	seen := ok[string](t)(tensors.SeenByNumpy(ctx, a.Slice(0, 2, 4)))
	wantEqual(t, seen, "ndarray [2.0, 3.0]")
	seen = ok[string](t)(tensors.SeenByNumpy(ctx, a))
	wantEqual(t, seen[:7], "ndarray")
	done(t, a.Close())
	learning := ok[python.AnyArray](t)(tensors.Learning(ctx)).(*python.Array[float32])
	wantEqual(t, learning.Copy(), []float32{0, 1})
}

func TestTensors_MadeOfGoMemoryLendIt(t *testing.T) {
	done(t, tensors.Forget(ctx))
	before := engine.Lent()
	data := []float32{1, 2, 3, 4}
	class, _, err := tensors.Keep(ctx, python.NewArray(data, 2, 2).Writable())
	done(t, err)
	wantEqual(t, class, "torch.Tensor")
	wantEqual(t, engine.Lent(), before+1)
	data[3] = 5
	wantEqual(t, ok[float64](t)(tensors.Change(ctx, 0, 0)), 8)
	wantEqual(t, data, []float32{0, 0, 3, 5})
	done(t, tensors.Forget(ctx))
	eventually(t, "the lend of a tensor ends", func() bool { engine.TakeReleased(); return engine.Lent() <= before })
}

func TestTensors_OfJAXAreRead(t *testing.T) {
	a := ok[*python.Array[int32]](t)(tensors.Counted(ctx, 3))
	wantEqual(t, a.Copy(), []int32{0, 1, 2})
	wantEqual(t, a.CanWrite(), false)
	panics(t, func() { a.Set(1, 0) })
	wantEqual(t, ok[float64](t)(tensors.JaxTotal(ctx, a)), 3)
	wantEqual(t, ok[float64](t)(tensors.JaxTotal(ctx, python.NewArray([]float32{1, 2}))), 3)
	_, err := tensors.JaxTotal(ctx, python.NewArray([]float64{1, 2}))
	wantRefused(t, err, "tensors.jax_total: argument a: expected array of float32, which JAX makes of it, got array of float64")
}

func TestTensors_OfAnyClassThatExportsItsMemory(t *testing.T) {
	wantEqual(t, ok[*python.Array[int16]](t)(tensors.Exported(ctx)).Copy(), []int16{0, 1, 2})
}

func TestTensors_ThatCannotCrossAreRefused(t *testing.T) {
	_, err := tensors.Elsewhere(ctx)
	wantRefused(t, err, "tensors.elsewhere: result: expected tensor in the processor's memory, got one on cuda:1")
	_, err = tensors.NoTensor(ctx)
	wantRefused(t, err, "tensors.no_tensor: result: expected torch.Tensor, got numpy.ndarray")
	_, err = tensors.Total(ctx, python.NewArray([]float32{1}))
	wantRefused(t, err, "tensors.total: argument t: expected array that torch.Tensor may write to (Writable), got one to be read only")
	_, _, err = tensors.Keep(ctx, python.NewArray([]float32{1}, 1, 1).Writable())
	wantRefused(t, err, "tensors.keep: argument t: expected array of shape (n=1, 2), got (1, 1)")
}
