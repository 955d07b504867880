package python

import (
	"encoding/hex"
	"fmt"
	"strings"
)

// UUID is a universally unique identifier (RFC 9562), Python's uuid.UUID. Its text,
// also in JSON, is 123e4567-e89b-12d3-a456-426614174000.
type UUID [16]byte

// ParseUUID returns the UUID that a text means, with or without hyphens and braces.
func ParseUUID(text string) (UUID, error) {
	digits := strings.ReplaceAll(strings.Trim(strings.TrimPrefix(text, "urn:uuid:"), "{}"), "-", "")
	var u UUID
	if len(digits) != hex.EncodedLen(len(u)) {
		return UUID{}, fmt.Errorf("gophersnake: parse UUID %q: not 32 hexadecimal digits", text)
	}
	if _, err := hex.Decode(u[:], []byte(digits)); err != nil {
		return UUID{}, fmt.Errorf("gophersnake: parse UUID %q: not 32 hexadecimal digits", text)
	}
	return u, nil
}

// String returns the digits in five groups.
func (u UUID) String() string {
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}

// MarshalText returns the text of String.
func (u UUID) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText reads what ParseUUID reads.
func (u *UUID) UnmarshalText(text []byte) (err error) {
	*u, err = ParseUUID(string(text))
	return err
}
