package interpreter

import (
	"unicode/utf16"
	"unicode/utf8"
)

// wideUTF32 returns s as a NUL-terminated array of wchar_t where that has 32
// bits, which is everywhere but on Windows. A byte that is not UTF-8 becomes the
// surrogate that Python turns back into this byte (PEP 383).
func wideUTF32(s string) []rune {
	wide := make([]rune, 0, len(s)+1)
	for len(s) > 0 {
		letter, size := utf8.DecodeRuneInString(s)
		if letter == utf8.RuneError && size == 1 {
			letter = 0xdc00 + rune(s[0])
		}
		wide = append(wide, letter)
		s = s[size:]
	}
	return append(wide, 0)
}

// wideUTF16 returns s as a NUL-terminated array of wchar_t as Windows has it.
func wideUTF16(s string) []uint16 {
	return append(utf16.Encode([]rune(s)), 0)
}
