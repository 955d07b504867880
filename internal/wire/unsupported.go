//go:build armbe || arm64be || m68k || mips || mips64 || mips64p32 || ppc || ppc64 || s390 || s390x || shbe || sparc || sparc64

package wire

// Frames are little-endian and packed runs are copied as they lie in memory.
const _ = "gophersnake needs a little-endian machine" + 1
