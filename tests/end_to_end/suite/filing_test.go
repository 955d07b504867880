package suite

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/filing"
)

// only is a reader or writer that has no other methods.
type (
	onlyReader struct{ io.Reader }
	onlyWriter struct{ io.Writer }
	both       struct{ io.ReadWriter }
)

func reader(text string) *python.File { return python.NewReader(strings.NewReader(text)) }

func TestFiling_PythonReadsFromGo(t *testing.T) {
	wantEqual(t, ok[[]string](t)(filing.Words(ctx, reader("one two\nthree é 😀"))), []string{"one", "two", "three", "é", "😀"})
	wantEqual(t, ok[[][]string](t)(filing.Rows(ctx, reader("a,\"b\r\nc\"\r\nd,e\r\n"))), [][]string{{"a", "b\r\nc"}, {"d", "e"}})
	wantEqual(t, ok[[]byte](t)(filing.FirstLine(ctx, reader("first\nsecond"))), []byte("first\n"))
	wantEqual(t, ok[string](t)(filing.Load(ctx, reader(`{"a": 1}`))), `BufferedReader {"a": 1}`)
	wantEqual(t, ok[string](t)(filing.Load(ctx, reader(`{"a": 1}`).Text())), `TextIOWrapper {"a": 1}`)
	at, last, err := filing.LastByte(ctx, reader("abc"))
	done(t, err)
	wantEqual(t, []any{at, string(last)}, []any{2, "c"})
}

func TestFiling_LargeAndInSmallPieces(t *testing.T) {
	large := bytes.Repeat([]byte("0123456789abcdef"), 1<<16)
	for _, atATime := range []int{1 << 10, 1 << 22, 777} {
		wantEqual(t, ok[int](t)(filing.Size(ctx, python.NewReader(bytes.NewReader(large)), atATime)), len(large))
	}
	text := strings.Repeat("é😀 ", 3000)
	for _, slow := range []func(io.Reader) io.Reader{iotest.OneByteReader, iotest.HalfReader, iotest.DataErrReader} {
		words := ok[[]string](t)(filing.Words(ctx, python.NewReader(slow(strings.NewReader(text)))))
		wantEqual(t, words, slices.Repeat([]string{"é😀"}, 3000))
	}
	var target bytes.Buffer
	done(t, filing.Copy(ctx, python.NewReader(bytes.NewReader(large)), python.NewWriter(&target)))
	wantEqual(t, bytes.Equal(target.Bytes(), large), true)
}

func TestFiling_PythonWritesToGo(t *testing.T) {
	var b bytes.Buffer
	done(t, filing.WriteRows(ctx, []python.Tuple2[string, int]{{V0: "é", V1: 1}, {V0: "b,c", V1: 2}}, python.NewWriter(&b)))
	wantEqual(t, b.String(), "é,1\n\"b,c\",2\n")
	b.Reset()
	wantEqual(t, ok[[]int](t)(filing.WriteParts(ctx, [][]byte{[]byte("ab"), {}, []byte("c")}, python.NewWriter(&b))), []int{2, 0, 1})
	wantEqual(t, b.String(), "abc")
	b.Reset()
	done(t, filing.WriteZipped(ctx, []byte("zipped"), python.NewWriter(&b)))
	unzipped := ok[*gzip.Reader](t)(gzip.NewReader(&b))
	wantEqual(t, string(ok[[]byte](t)(io.ReadAll(unzipped))), "zipped")
	b.Reset()
	b.WriteString("quiet")
	done(t, filing.Shout(ctx, python.NewFile(&b)))
	wantEqual(t, b.String(), "QUIET")
}

func TestFiling_WhatCanBeDoneWithIt(t *testing.T) {
	var b bytes.Buffer
	for _, each := range []struct {
		file *python.File
		want []string
	}{
		{reader(""), []string{"BufferedReader", "readable", "seekable"}},
		{python.NewReader(onlyReader{&b}), []string{"BufferedReader", "readable"}},
		{python.NewWriter(onlyWriter{&b}), []string{"GoFile", "writable"}},
		{python.NewFile(both{&b}), []string{"GoFile", "readable", "writable"}},
		{python.NewWriter(&b).Text(), []string{"TextIOWrapper", "writable"}},
	} {
		wantEqual(t, ok[[]string](t)(filing.Facts(ctx, each.file)), each.want)
	}
	wantEqual(t, ok[[]string](t)(filing.Refusals(ctx, python.NewWriter(onlyWriter{&b}))), []string{
		"what Go passed as a file cannot read", "", "what Go passed as a file cannot seek", "fileno",
	})
	_, err := python.NewWriter(&b).Read(make([]byte, 1))
	wantEqual(t, errors.Is(err, errors.ErrUnsupported), true)
}

func TestFiling_PythonClosesWhatGoGave(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	f := ok[*os.File](t)(os.Create(path))
	wantEqual(t, ok[string](t)(filing.Closes(ctx, python.NewWriter(f))), "I/O operation on closed file.")
	_, err := f.WriteString("still open\n")
	done(t, err)
	done(t, f.Close())
	wantEqual(t, string(ok[[]byte](t)(os.ReadFile(path))), "closed\nstill open\n")
}

func TestFiling_ErrorsOfGo(t *testing.T) {
	broken := errors.New("broken pipe")
	_, err := filing.Words(ctx, python.NewReader(io.MultiReader(strings.NewReader("a b"), iotest.ErrReader(broken))))
	wantEqual(t, errors.Is(err, broken), true)
	_, pipe := io.Pipe()
	done(t, pipe.CloseWithError(nil))
	err = filing.Copy(ctx, reader("a"), python.NewWriter(pipe))
	wantEqual(t, errors.Is(err, io.ErrClosedPipe), true)
	err = filing.Copy(ctx, reader("abc"), python.NewWriter(short{}))
	wantEqual(t, errors.Is(err, io.ErrShortWrite), true)
	_, err = filing.Size(ctx, python.NewReader(never{}), 5)
	wantEqual(t, errors.Is(err, io.ErrNoProgress), true)
	_, err = filing.Words(ctx, reader("ab\xff"))
	wantEqual(t, raised(t, err).Type, "UnicodeDecodeError")
	_, err = filing.Size(ctx, python.NewReader(exploding{}), 5)
	wantEqual(t, errors.As(err, new(*python.PanicError)), true)
}

type (
	short     struct{}
	never     struct{}
	exploding struct{}
)

func (short) Write(p []byte) (int, error)  { return len(p) - 1, nil }
func (never) Read([]byte) (int, error)     { return 0, nil }
func (exploding) Read([]byte) (int, error) { panic("no reader") }

func TestFiling_KeptByPython(t *testing.T) {
	var b bytes.Buffer
	done(t, filing.Keep(ctx, python.NewWriter(&b)))
	done(t, filing.WriteKept(ctx, "half a line"))
	wantEqual(t, b.String(), "half a line")
	done(t, filing.Forget(ctx))
}

func TestFiling_GoReadsFromPython(t *testing.T) {
	text := strings.Repeat("é😀\r\n", 5000)
	path := filepath.Join(t.TempDir(), "file")
	done(t, os.WriteFile(path, []byte(text), 0o600))
	for name, open := range map[string]func() (*python.File, error){
		"text":     func() (*python.File, error) { return filing.OpenText(ctx, path) },
		"buffered": func() (*python.File, error) { return filing.OpenBinary(ctx, path) },
		"raw": func() (*python.File, error) {
			return filing.OpenBinary(ctx, path, filing.OpenBinaryOptions{Buffering: python.Some(0)})
		},
		"in memory": func() (*python.File, error) { return filing.TextOf(ctx, text) },
		"temporary": func() (*python.File, error) { return filing.Temporary(ctx, []byte(text)) },
		"duck":      func() (*python.File, error) { return filing.Duck_(ctx, text) },
	} {
		f := ok[*python.File](t)(open())
		wantEqual(t, string(ok[[]byte](t)(io.ReadAll(f))) == text, true)
		if name != "duck" {
			wantEqual(t, ok[int64](t)(f.Seek(0, io.SeekStart)), 0)
			wantEqual(t, string(ok[[]byte](t)(io.ReadAll(iotest.OneByteReader(f)))) == text, true)
			done(t, f.Close())
		}
	}
	records := csv.NewReader(ok[*python.File](t)(filing.TextOf(ctx, "a,b\nc,d\n")))
	wantEqual(t, ok[[][]string](t)(records.ReadAll()), [][]string{{"a", "b"}, {"c", "d"}})
}

func TestFiling_GoWritesToPython(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	f := ok[*python.File](t)(filing.OpenText(ctx, path, filing.OpenTextOptions{Mode: python.Some("w+")}))
	for _, b := range []byte("é😀\r\n") { // characters in parts
		wantEqual(t, ok[int](t)(f.Write([]byte{b})), 1)
	}
	wantEqual(t, ok[int64](t)(f.Seek(0, io.SeekStart)), 0)
	wantEqual(t, string(ok[[]byte](t)(io.ReadAll(f))), "é😀\r\n")
	_, err := f.Write([]byte("\xff"))
	wantEqual(t, raised(t, err).Type, "UnicodeDecodeError")
	done(t, f.Close())
	done(t, f.Close())
	_, err = f.Write([]byte("x"))
	wantEqual(t, errors.Is(err, python.ErrClosed), true)
	wantEqual(t, string(ok[[]byte](t)(os.ReadFile(path))), "é😀\r\n")

	raw := ok[*python.File](t)(filing.OpenBinary(ctx, path, filing.OpenBinaryOptions{Mode: python.Some("wb"), Buffering: python.Some(0)}))
	large := bytes.Repeat([]byte("x"), 1<<20)
	wantEqual(t, ok[int](t)(raw.Write(large)), len(large))
	done(t, raw.Close())
	wantEqual(t, len(ok[[]byte](t)(os.ReadFile(path))), len(large))

	half := ok[*python.File](t)(filing.TextOf(ctx, ""))
	ok[int](t)(half.Write([]byte("\xc3")))
	wantEqual(t, raised(t, half.Close()).Type, "UnicodeDecodeError")
}

func TestFiling_DoesNotWaitForMoreThanThereIs(t *testing.T) {
	out, in, err := filing.Pipe(ctx)
	done(t, err)
	defer out.Close()
	lines := bufio.NewScanner(out)
	for _, line := range []string{"one", "two"} {
		ok[int](t)(io.WriteString(in, line+"\n"))
		wantEqual(t, lines.Scan(), true)
		wantEqual(t, lines.Text(), line)
	}
	done(t, in.Close())
	wantEqual(t, lines.Scan(), false)
	done(t, lines.Err())
}

func TestFiling_SameObject(t *testing.T) {
	f := ok[*python.File](t)(filing.OpenedAndKept(ctx, "kept"))
	wantEqual(t, ok[bool](t)(filing.IsKept(ctx, f)), true)
	wantEqual(t, ok[bool](t)(filing.IsKept(ctx, ok[*python.File](t)(filing.Same(ctx, f)))), true)
	done(t, filing.Forget(ctx))
	back := ok[*python.File](t)(filing.Same(ctx, reader("there and back")))
	wantEqual(t, string(ok[[]byte](t)(io.ReadAll(back))), "there and back")
}

func TestFiling_InOtherTypes(t *testing.T) {
	wantEqual(t, ok[[]string](t)(filing.ReadAll(ctx, []*python.File{reader("a"), reader("b")})), []string{"a", "b"})
	wantEqual(t, string(ok[[]byte](t)(filing.FromGo(ctx, func(_ context.Context, name string) (*python.File, error) {
		return reader("of " + name), nil
	}))), "of name")
	wantEqual(t, ok[int](t)(filing.ToGo(ctx, "four", func(_ context.Context, f *python.File) (int, error) {
		all, err := io.ReadAll(f)
		return len(all), err
	})), 4)
	wantEqual(t, ok[string](t)(filing.Named(ctx, filing.StrCase("name"))), "name")
	wantEqual(t, ok[string](t)(filing.Named(ctx, filing.TextFileCase{File: reader("content")})), "content")
	wantEqual(t, string(ok[[]byte](t)(filing.Maybe(ctx))), "none")
	wantEqual(t, string(ok[[]byte](t)(filing.Maybe(ctx, filing.MaybeOptions{File: reader("some")}))), "some")
	path := filepath.Join(t.TempDir(), "file")
	opening := ok[*python.ContextManager[*python.File]](t)(filing.Opening(ctx, path))
	done(t, python.With(ctx, opening, func(f *python.File) error {
		_, err := io.WriteString(f, "in the block")
		return err
	}))
	wantEqual(t, string(ok[[]byte](t)(os.ReadFile(path))), "in the block")
	o := ok[*python.Object](t)(eval(t, "lambda f: f").Call(ctx, reader("by an object")))
	wantEqual(t, string(ok[[]byte](t)(io.ReadAll(ok[*python.File](t)(python.To[*python.File](ctx, o))))), "by an object")
}

func TestFiling_BadInput(t *testing.T) {
	_, err := filing.Lies(ctx)
	wantText(t, err, "filing.lies: result: expected text file, got _io.BytesIO")
	_, err = filing.NoFile(ctx)
	wantText(t, err, "filing.no_file: result: expected binary file, got int")
	_, err = filing.Words(ctx, nil)
	wantText(t, err, "filing.words: argument file: expected an object, got nil")
	_, err = filing.Words(ctx, python.NewReader(nil))
	wantText(t, err, "filing.words: argument file: expected file, got one made of nil")
	duck := ok[*python.File](t)(filing.Duck_(ctx, "a!"))
	_, err = io.ReadAll(duck)
	wantText(t, err, "a Python file: RuntimeError: shouted at")
	wantText(t, duck.Close(), "a Python file: OSError: it cannot be closed")
	ended, cancel := context.WithCancel(ctx)
	f := ok[*python.File](t)(filing.TextOf(ended, "text"))
	cancel()
	_, err = f.Read(make([]byte, 4))
	wantEqual(t, errors.Is(err, context.Canceled), true)
	done(t, f.Close())
}
