// Package bind is what generated code is made of. Programs use the generated
// packages and package python instead; what is here may change with the generator.
//
// A codec ([Type]) says how a Go type crosses to a Python type. Generated code
// composes them at initialization, describes its functions with them, and puts
// the arguments of a call in the order of its parameters, each exactly once.
package bind
