package wire

import (
	"strings"
	"testing"
)

func TestRefusal_ShortensLongPaths(t *testing.T) {
	for path, want := range map[string]string{
		"result.inner[1]": "result.inner[1]",
		"result" + strings.Repeat(".next", 1000) + ".x": "result" + strings.Repeat(".next", 22) + "…" + strings.Repeat(".next", 11) + ".x",
		strings.Repeat("ö", 200):                        strings.Repeat("ö", 60) + "…" + strings.Repeat("ö", 30),
	} {
		refusal := Refusal{Path: path, Expected: "a", Got: "b"}
		if got := refusal.Error(); got != want+": expected a, got b" {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
