package python

import (
	"encoding/json"
	"testing"
	"time"
)

func TestUUID_Text(t *testing.T) {
	const text = "123e4567-e89b-12d3-a456-426614174000"
	for _, form := range []string{text, "{" + text + "}", "urn:uuid:" + text, "123E4567E89B12D3A456426614174000"} {
		if u, err := ParseUUID(form); err != nil || u.String() != text {
			t.Errorf("%s is %v, %v", form, u, err)
		}
	}
	for _, form := range []string{"", text[1:], text + "0", "g" + text[1:]} {
		if u, err := ParseUUID(form); err == nil {
			t.Errorf("%q is %v", form, u)
		}
	}
}

func TestPattern_Regexp(t *testing.T) {
	compiled, err := Pattern{Source: `^a.b\Z`, Flags: PatternIgnoreCase | PatternDotAll | PatternUnicode}.Regexp()
	if err != nil || !compiled.MatchString("A\nB") || compiled.MatchString("xa\nb") {
		t.Errorf("%v, %v", compiled, err)
	}
	for _, p := range []Pattern{{Source: "(?<=a)b"}, {Source: "a", Flags: PatternVerbose}} {
		if compiled, err := p.Regexp(); err == nil {
			t.Errorf("%q is %v in Go", p.Source, compiled)
		}
	}
}

func TestDate_Calendar(t *testing.T) {
	d := Date{2024, time.February, 29}
	if d.AddDays(1) != (Date{2024, time.March, 1}) || d.AddDays(-60) != (Date{2023, time.December, 31}) || d.Weekday() != time.Thursday {
		t.Errorf("%v, %v, %v", d.AddDays(1), d.AddDays(-60), d.Weekday())
	}
	if d.Compare(Date{2024, time.March, 1}) >= 0 || d.Compare(d) != 0 || d.Compare(Date{2023, time.December, 31}) <= 0 {
		t.Error("the order of days")
	}
	at := d.At(TimeOfDay{Hour: 9, Microsecond: 5}, time.UTC)
	if !at.Equal(time.Date(2024, 2, 29, 9, 0, 0, 5000, time.UTC)) || DateOf(at) != d || TimeOfDayOf(at).Hour != 9 {
		t.Error(at)
	}
}

func TestTimeOfDay_Text(t *testing.T) {
	for text, want := range map[string]string{
		"09:30": "09:30:00", "09:30:00.250": "09:30:00.25", "09:30:00Z": "09:30:00+00:00", "09:30:00-03:30": "09:30:00-03:30",
		"09:30:00[America/New_York]": "09:30:00[America/New_York]",
	} {
		if c, err := ParseTimeOfDay(text); err != nil || c.String() != want {
			t.Errorf("%s is %v, %v", text, c, err)
		}
	}
	for _, text := range []string{"", "24:00", "9:30 pm", "09:30+2", "09:30[Nowhere]"} {
		if c, err := ParseTimeOfDay(text); err == nil {
			t.Errorf("%q is %v", text, c)
		}
	}
	if _, err := json.Marshal(TimeOfDay{Minute: 60}); err == nil {
		t.Error("00:60:00 is a time")
	}
}

func TestOrderedMap_JSON(t *testing.T) {
	type days = OrderedMap[Date, []int]
	m := days{{Date{2024, 2, 1}, []int{2}}, {Date{2024, 1, 1}, nil}}
	text, err := json.Marshal(m)
	if err != nil || string(text) != `{"2024-02-01":[2],"2024-01-01":null}` {
		t.Fatalf("%s, %v", text, err)
	}
	var back days
	if err := json.Unmarshal(text, &back); err != nil || len(back) != 2 || back[1].Key != m[1].Key {
		t.Errorf("%v, %v", back, err)
	}
	if _, err := json.Marshal(OrderedMap[[2]int, int]{{}}); err == nil {
		t.Error("an array is a key in JSON")
	}
}
