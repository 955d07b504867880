// A program with a module whose ints have any size, and one whose ints have not.
package main

import (
	"context"
	"fmt"
	"math/big"

	"example.com/goldens/exact"
	"example.com/goldens/plain"
	"github.com/gophersnake/gophersnake/python"
)

var ctx = context.Background()

func main() {
	n := new(big.Int).Lsh(big.NewInt(1), 70)
	show(exact.Largest(ctx))
	show(exact.Factorial(ctx, big.NewInt(25)))
	show(exact.Doubled(ctx, []*big.Int{n, big.NewInt(-1)}))
	show2(exact.Divided(ctx, n, big.NewInt(3)))
	show(exact.Smallest(ctx, n, big.NewInt(5)))
	show(exact.SmallestWith(ctx, exact.SmallestOptions{Default: n}))
	show(exact.Smallest(ctx))
	show(exact.Applied(ctx, func(_ context.Context, n *big.Int) (*big.Int, error) {
		return new(big.Int).Neg(n), nil
	}, n))
	show(exact.Counted(ctx, python.OrderedMap[*big.Int, string]{{Key: n, Value: "large"}}))
	show(exact.Either(ctx, exact.BigIntCase{Int: n}))
	show(exact.NextSerial(ctx, n))

	ratio, err := exact.NewRatio(ctx, n)
	show(ratio.Under, err)
	ratio, err = exact.Over(ctx, ratio)
	show(ratio.Over, err)

	tally, err := exact.NewTally(ctx)
	if err != nil {
		panic(err)
	}
	defer tally.Close()
	show(tally.Add(ctx, n))
	show(tally.Total(ctx))

	powers, err := exact.Powers(ctx, n)
	if err != nil {
		panic(err)
	}
	for power, err := range powers {
		show(power, err)
		if power.BitLen() > 200 {
			break
		}
	}

	show(plain.Factorial(ctx, 20))
	show(plain.Factorial(ctx, 25))
}

func show[T any](v T, err error) {
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(v)
}

func show2[A, B any](a A, b B, err error) {
	show(fmt.Sprint(a, " ", b), err)
}
