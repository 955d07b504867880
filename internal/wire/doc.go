// Package wire turns Go values into the bytes of a frame and back, as
// contract/frame.md describes it. It calls nothing, waits for nothing and reads
// no memory but what it is given.
//
// An [Encoder] appends values to a frame that it owns and uses again; a
// [Decoder] reads them from a frame that it borrows. Neither knows the signature
// program: the code that calls them was made from it, and calls one method for
// every value the program lists. Both are for one goroutine at a time.
//
// Errors are sticky: the first one stays and later calls do no harm, so they
// need to be looked at once, at the end. What is wrong with a value is a
// [*Refusal] with the path to it; what is wrong with a frame is a
// [*MalformedError] with the offset.
package wire
