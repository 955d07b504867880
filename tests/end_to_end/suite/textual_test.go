package suite

import (
	"net/netip"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/textual"
)

func TestTextual_UUID(t *testing.T) {
	u := ok[python.UUID](t)(python.ParseUUID("123e4567-e89b-12d3-a456-426614174000"))
	there(t, textual.OfUUID, u, "UUID('123e4567-e89b-12d3-a456-426614174000')")
	there(t, textual.OfUUID, python.UUID{}, "UUID('00000000-0000-0000-0000-000000000000')")
	_, err := textual.AUUID(ctx, "text")
	wantRefused(t, err, "textual.a_uuid: result: expected uuid.UUID, got str")
}

func TestTextual_Paths(t *testing.T) {
	isPath, seen, back, err := textual.OfPath(ctx, "a/größe")
	done(t, err)
	wantEqual(t, []any{isPath, seen, back}, []any{true, "a/größe", "a/größe"})
	isPath, seen, back, err = textual.OfPurePath(ctx, "a/b")
	done(t, err)
	wantEqual(t, []any{isPath, seen, back}, []any{true, "a/b", "a/b"})
	isPath, seen, back, err = textual.OfPathLike(ctx, "a/b")
	done(t, err)
	wantEqual(t, []any{isPath, seen, back}, []any{true, "a/b", "a/b"})
	there(t, textual.OfPosixPath, "/a/b", "PurePosixPath('/a/b')")
	there(t, textual.OfWindowsPath, `C:\a`, "PureWindowsPath('C:/a')")
	for _, asPath := range []bool{false, true} {
		seen, back, err := textual.OfStrPath(ctx, "a/b", asPath)
		done(t, err)
		wantEqual(t, seen+" "+back, "'a/b' a/b")
	}
	for want, call := range map[string]func() error{
		"textual.a_path: result: expected pathlib.Path, got str":                   func() error { _, err := textual.APath(ctx, "text"); return err },
		"textual.a_path: result: expected pathlib.Path, got pathlib.PurePosixPath": func() error { _, err := textual.APath(ctx, "pure"); return err },
		"textual.a_path_like: result: expected os.PathLike[str], got str":          func() error { _, err := textual.APathLike(ctx, "text"); return err },
		"textual.a_str_path: result: expected str or os.PathLike[str], got None":   func() error { _, err := textual.AStrPath(ctx, "none"); return err },
	} {
		wantRefused(t, call(), want)
	}
}

func TestTextual_Addresses(t *testing.T) {
	v4, v6 := netip.MustParseAddr("10.0.0.1"), netip.MustParseAddr("fe80::1%eth0")
	there(t, textual.OfV4, v4, "IPv4Address('10.0.0.1')")
	there(t, textual.OfV6, v6, "IPv6Address('fe80::1%eth0')")
	there(t, textual.OfAddress, v4, "IPv4Address('10.0.0.1')")
	there(t, textual.OfAddress, v6, "IPv6Address('fe80::1%eth0')")
	there(t, textual.OfNetwork, netip.MustParsePrefix("10.0.0.0/8"), "IPv4Network('10.0.0.0/8')")
	there(t, textual.OfNetwork, netip.MustParsePrefix("2001:db8::/32"), "IPv6Network('2001:db8::/32')")
	there(t, textual.OfV4Interface, netip.MustParsePrefix("10.1.2.3/8"), "IPv4Interface('10.1.2.3/8')")
	there(t, textual.OfInterface, netip.MustParsePrefix("2001:db8::1/32"), "IPv6Interface('2001:db8::1/32')")
	u := python.UUID{15: 1}
	there(t, textual.OfAddresses, map[netip.Addr]python.Set[python.UUID]{v4: python.SetOf(u)},
		"{IPv4Address('10.0.0.1'): {UUID('00000000-0000-0000-0000-000000000001')}}")
	for want, call := range map[string]func() error{
		"textual.of_v4: argument v: expected an IPv4 address, got fe80::1%eth0": func() error { _, _, err := textual.OfV4(ctx, v6); return err },
		"textual.of_v4: argument v: expected an IP address, got the zero netip.Addr": func() error {
			_, _, err := textual.OfV4(ctx, netip.Addr{})
			return err
		},
		"textual.of_network: argument v: expected an IP network, got 10.0.0.1/8: has host bits set": func() error {
			_, _, err := textual.OfNetwork(ctx, netip.MustParsePrefix("10.0.0.1/8"))
			return err
		},
		"textual.a_v4: result: expected ipaddress.IPv4Address, got ipaddress.IPv6Address": func() error { _, err := textual.AV4(ctx, "v6"); return err },
		"textual.an_address: result: expected an IP address, got ipaddress.IPv4Network":   func() error { _, err := textual.AnAddress(ctx, "v4 network"); return err },
		"textual.an_interface: result: expected an interface without a scope, got fe80::1%eth0/64": func() error {
			_, err := textual.AnInterface(ctx, "scoped")
			return err
		},
	} {
		wantRefused(t, call(), want)
	}
}

func TestTextual_Patterns(t *testing.T) {
	there(t, textual.OfPattern, python.Pattern{Source: `(?<=a)b+\d`, Flags: python.PatternUnicode | python.PatternIgnoreCase},
		`re.compile('(?<=a)b+\\d', re.IGNORECASE)`)
	comes(t, textual.OfPattern, python.Pattern{Source: "a"}, "re.compile('a')", python.Pattern{Source: "a", Flags: python.PatternUnicode})
	_, _, err := textual.OfPattern(ctx, python.Pattern{Source: "("})
	if !python.IsException(err, "re.error") && !python.IsException(err, "re.PatternError") {
		t.Errorf("%v is no re.error", err)
	}
	_, err = textual.APattern(ctx, "pattern of bytes")
	wantRefused(t, err, "textual.a_pattern: result: expected re.Pattern[str], got re.Pattern[bytes]")
	_, err = textual.APattern(ctx, "text")
	wantRefused(t, err, "textual.a_pattern: result: expected re.Pattern[str], got str")
}
