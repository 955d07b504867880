package engine

import "testing"

func TestLendTable_NumbersOfEndedLendsFindNothing(t *testing.T) {
	var table lendTable
	first, second := table.add("first"), table.add("second")
	if table.at(first) != "first" || table.at(second) != "second" || table.alive != 2 {
		t.Fatalf("%v, %v; %d alive", table.at(first), table.at(second), table.alive)
	}
	if table.remove(first) != "first" || table.remove(first) != nil || table.at(first) != nil {
		t.Error("a lend that has ended is still there")
	}
	third := table.add("third")
	if third == first || table.at(first) != nil || table.at(third) != "third" {
		t.Errorf("the place is used again: %d after %d, which finds %v", third, first, table.at(first))
	}
	if table.at(0) != nil || table.at(99) != nil || table.alive != 2 || len(table.places) != 2 {
		t.Errorf("%d alive in %d places", table.alive, len(table.places))
	}
}

func TestLendTable_NumbersStayBelowTheHighestBit(t *testing.T) {
	var table lendTable
	table.remove(table.add(nil))
	table.places[0].uses = usesMask
	number := table.add("last")
	if number&unread != 0 || table.at(number) != "last" {
		t.Errorf("the number is %x", number)
	}
	table.remove(number)
	if again := table.add("again"); again != 1 || table.at(again) != "again" {
		t.Errorf("after the last number comes %x", again)
	}
}
