package wire

import "strconv"

// Exception is one of the exceptions of an exception frame.
type Exception struct {
	// Module and Name are of its class; Name is qualified.
	Module, Name string
	// Message is str() of it.
	Message string
	// Frames are the traceback, outermost first.
	Frames []TraceFrame
	// Notes are those of PEP 678.
	Notes []string
	// MRO is its class and that one's bases as module.qualname, in method
	// resolution order.
	MRO []string
	// Cause and Context are places in the list of exceptions, -1 for none. The
	// places may lead round in circles.
	Cause, Context int
	// Suppress says that the context is not to be shown.
	Suppress bool
	// Members are the places of the members of a group (PEP 654).
	Members []int
	// Text is the whole traceback as Python prints it, of the first exception;
	// the others have none.
	Text string
	// Handle is the exception itself, owned by whoever decoded it.
	Handle uint64
	// Carried is the lend of the Go error that it carries, 0 if it carries none.
	Carried int
}

// TraceFrame is one frame of a traceback.
type TraceFrame struct {
	File     string
	Line     int
	Function string
	// Source is the line without its indentation, empty where it is not known.
	Source string
}

// ExceptionsProgram is that of a list of exceptions.
func ExceptionsProgram() Program {
	texts := Program{}.Kind(KindList).Kind(KindStr)
	p := Program{}.Kind(KindList).Tuple(13)
	p = p.Kind(KindStr).Kind(KindStr).Kind(KindStr)
	p = p.Kind(KindList).Tuple(4).Kind(KindStr).Kind(KindInt).Kind(KindStr).Kind(KindStr)
	p = append(append(p, texts...), texts...)
	p = p.Kind(KindInt).Kind(KindInt).Kind(KindBool).Kind(KindList).Kind(KindInt)
	return p.Kind(KindStr).Kind(KindObject).Kind(KindInt)
}

// Exceptions reads the value of an exception frame: at least one exception, the
// one that was raised first.
func (d *Decoder) Exceptions() []Exception {
	start := d.off
	exceptions := DecodeList(d, (*Decoder).exception)
	if d.err != nil {
		return nil
	}
	if len(exceptions) == 0 {
		d.fail(&MalformedError{start, "list of exceptions", "an empty one"})
		return nil
	}
	for i := range exceptions {
		if place, ok := exceptions[i].misplaced(len(exceptions)); !ok {
			d.fail(&MalformedError{start, "the place of an exception", strconv.Itoa(place)})
			return nil
		}
	}
	return exceptions
}

// misplaced returns a place that is not among the n exceptions, and false.
func (x *Exception) misplaced(n int) (int, bool) {
	for _, place := range x.Members {
		if place < 0 || place >= n {
			return place, false
		}
	}
	for _, place := range [...]int{x.Cause, x.Context} {
		if place < -1 || place >= n {
			return place, false
		}
	}
	return 0, true
}

func (d *Decoder) exception() Exception {
	return Exception{
		Module:   d.String(),
		Name:     d.String(),
		Message:  d.String(),
		Frames:   DecodeList(d, (*Decoder).traceFrame),
		Notes:    d.Strings(),
		MRO:      d.Strings(),
		Cause:    d.Int(),
		Context:  d.Int(),
		Suppress: d.Bool(),
		Members:  d.Ints(),
		Text:     d.String(),
		Handle:   d.Handle(),
		Carried:  d.Int(),
	}
}

func (d *Decoder) traceFrame() TraceFrame {
	return TraceFrame{File: d.String(), Line: d.Int(), Function: d.String(), Source: d.String()}
}

// Exceptions appends the value of an exception frame.
func (e *Encoder) Exceptions(exceptions []Exception) {
	EncodeList(e, exceptions, func(e *Encoder, x Exception) {
		e.String(x.Module)
		e.String(x.Name)
		e.String(x.Message)
		EncodeList(e, x.Frames, (*Encoder).traceFrame)
		e.Strings(x.Notes)
		e.Strings(x.MRO)
		e.Int(x.Cause)
		e.Int(x.Context)
		e.Bool(x.Suppress)
		e.Ints(x.Members)
		e.String(x.Text)
		e.Handle(x.Handle)
		e.Int(x.Carried)
	})
}

func (e *Encoder) traceFrame(f TraceFrame) {
	e.String(f.File)
	e.Int(f.Line)
	e.String(f.Function)
	e.String(f.Source)
}

// Refusal reads the value of a refusal frame.
func (d *Decoder) Refusal() *Refusal {
	r := &Refusal{Path: d.String(), Expected: d.String(), Got: d.String()}
	if d.err != nil {
		return nil
	}
	return r
}

// GotClosed is what a refusal got where an object was closed before its frame was read.
const GotClosed = "a closed one"

// Refusal appends the value of a refusal frame. The Cause does not cross.
func (e *Encoder) Refusal(r *Refusal) {
	e.String(r.Path)
	e.String(r.Expected)
	e.String(r.Got)
}
