package wire

import (
	"fmt"
	"strconv"
	"strings"
)

// Refusal says which value could not cross the border between the languages,
// and why. The other side sends it as a frame; an encoder or decoder reports it
// as its error.
type Refusal struct {
	// Path leads to the value: `result[3]`, `argument data["k"]`. It is empty
	// where the frame itself is meant.
	Path string
	// Expected and Got are types or values in words, empty if there is a Cause.
	Expected, Got string
	// Cause is the error of an [AnyEncoder] or [Foreign]. It never crosses.
	Cause error
}

func (r *Refusal) Error() string {
	reason := "expected " + r.Expected + ", got " + r.Got
	if r.Cause != nil {
		reason = r.Cause.Error()
	}
	if r.Path == "" {
		return reason
	}
	return shortened(r.Path) + ": " + reason
}

// shortened returns a path of a readable length: one of values inside each other
// without end has thousands of steps.
func shortened(path string) string {
	const head, tail = 120, 60
	if len(path) <= head+tail {
		return path
	}
	begin, end := path[:head], path[len(path)-tail:]
	if i := strings.LastIndexAny(begin, ".["); i > 0 {
		begin = begin[:i]
	}
	if i := strings.IndexAny(end, ".["); i > 0 {
		end = end[i:]
	}
	return strings.ToValidUTF8(begin+"…"+end, "")
}

func (r *Refusal) Unwrap() error { return r.Cause }

// MalformedError says that a frame is not what the signature program and
// contract/frame.md make it: an error of this project, or of the memory between
// its two halves, never of a user.
type MalformedError struct {
	// Offset is the byte of the frame where the reading failed.
	Offset int
	// Expected and Got are in words; Got is empty where it adds nothing.
	Expected, Got string
}

func (e *MalformedError) Error() string {
	message := fmt.Sprintf("malformed frame: at byte %d: expected %s", e.Offset, e.Expected)
	if e.Got != "" {
		message += ", got " + e.Got
	}
	return message
}

func malformedNumber(offset int, expected string, got uint64) *MalformedError {
	return &MalformedError{offset, expected, strconv.FormatUint(got, 10)}
}

// indexStep is the step of a path into item i.
func indexStep(i int) string { return "[" + strconv.Itoa(i) + "]" }

// keyStep is the step of a path to the value at key.
func keyStep(key any) string {
	if text, ok := key.(string); ok {
		return "[" + strconv.Quote(text) + "]"
	}
	return fmt.Sprintf("[%v]", key)
}
