package suite

import (
	"strings"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/links"
)

func TestLinks_RoundTrip(t *testing.T) {
	database := "postgres://u:p@host:5432/db"
	link := links.Link{
		URL:      "https://example.org/a?b=c",
		Mirrors:  []string{"ftp://example.org/a"},
		Database: &database,
		Password: "swordfish",
		Token:    []byte{0, 1},
		Size:     2048,
	}
	there(t, links.OfLink, link, "https://example.org/a?b=c ********** 2.0KiB")
	wantEqual(t, ok[[]string](t)(links.Kinds(ctx, link)), []string{"HttpUrl", "SecretStr", "SecretBytes", "ByteSize"})
	made := ok[links.Link](t)(links.NewLink(ctx, "http://a", "s"))
	wantEqual(t, made.URL, "http://a/") // as pydantic writes it
	there(t, links.OfPage, links.Page{URL: "http://a/"}, "HttpUrl")
	there(t, links.OfURL, "file:///etc/hosts", "FileUrl")
	there(t, links.OfSecret, "swordfish", "**********")
	opened := python.Date{Year: 2020, Month: time.May, Day: 1}
	there(t, links.OfSafe, links.Safe{Pin: 1234, Opened: &opened}, "********** **********")
	there(t, links.OfPins, []int{1, 2}, "1, 2")
	sizes := map[string]int{"http://a/": 1}
	wantEqual(t, ok[map[string]int](t)(links.ByURL(ctx, sizes)), sizes)
}

func TestLinks_Refused(t *testing.T) {
	_, _, err := links.OfLink(ctx, links.Link{URL: "nowhere", Mirrors: []string{"http://a", "no"}})
	for _, want := range []string{"2 validation errors for Link", "; url;", "; mirrors.1;", "Input should be a valid URL"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error should contain %q: %v", want, err)
		}
	}
	_, _, err = links.OfURL(ctx, "http://a")
	wantEqual(t, raised(t, err).Type, "ValidationError")
	_, err = links.AURL(ctx, "text")
	wantRefused(t, err, "links.a_url: result: expected pydantic.HttpUrl, got str")
	_, err = links.AURL(ctx, "other")
	wantRefused(t, err, "links.a_url: result: expected pydantic.HttpUrl, got pydantic.networks.AnyUrl")
}
