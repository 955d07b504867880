package wire

import (
	"encoding/binary"
	"strconv"
)

// CellSize is how many bytes a cell of a frame has.
const CellSize = 8

const (
	headerSize = 16

	// inSegment marks a run whose content is the next segment.
	inSegment = 1 << 63
)

// Packed runs are copied to and from []int as they lie in memory.
const _ uint = strconv.IntSize - 64

// Segment is a run of memory beside a frame, as both languages lay it out. The
// zero address is that of no bytes.
type Segment struct {
	Address, Length uintptr
}

// header is the first cell of a frame of kind 0 without segments.
const header = 'G' | 'S'<<8 | LimitFrameVersion<<16

func putCell(at []byte, v uint64) { binary.LittleEndian.PutUint64(at, v) }

func putLengths(frame []byte, segments int) {
	binary.LittleEndian.PutUint32(frame[4:], uint32(segments))
	putCell(frame[8:], uint64(len(frame)))
}

// inwards reports whether frames of this kind go to Python.
func (k Frame) inwards() bool { return k == FrameCall || k == FrameReturn || k == FrameError }

// isPlainAnswer reports whether a frame is what nearly all are that are read: an
// answer without segments, with nothing wrong in its header.
func isPlainAnswer(frame []byte) bool {
	return len(frame) >= headerSize && len(frame)%CellSize == 0 &&
		binary.LittleEndian.Uint64(frame) == header|uint64(FrameAnswer)<<24 &&
		binary.LittleEndian.Uint64(frame[8:]) == uint64(len(frame))
}

// readHeader returns what a frame is. The frame is refused if its header is not
// one of this version or does not tell the frame's length and segments.
func readHeader(frame []byte, segments int) (Frame, *MalformedError) {
	if len(frame) < headerSize {
		return 0, &MalformedError{0, "a header of 16 bytes", strconv.Itoa(len(frame)) + " bytes"}
	}
	if frame[0] != 'G' || frame[1] != 'S' {
		return 0, &MalformedError{0, `"GS"`, strconv.Quote(string(frame[:2]))}
	}
	if frame[2] != LimitFrameVersion {
		return 0, malformedNumber(2, "frame version "+strconv.Itoa(LimitFrameVersion), uint64(frame[2]))
	}
	kind := Frame(frame[3])
	if kind < FrameCall || kind > FrameError {
		return 0, malformedNumber(3, "a kind of frame", uint64(kind))
	}
	if n := binary.LittleEndian.Uint32(frame[4:]); uint64(n) != uint64(segments) {
		return 0, malformedNumber(4, strconv.Itoa(segments)+" segments", uint64(n))
	}
	if n := binary.LittleEndian.Uint64(frame[8:]); n != uint64(len(frame)) || n%CellSize != 0 {
		return 0, malformedNumber(8, "the frame's length, "+strconv.Itoa(len(frame)), n)
	}
	return kind, nil
}
