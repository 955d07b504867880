// Package engine makes calls: it knows when Python is started and by whom, binds
// functions, takes values through the wire and the gate and back, and looks
// after what either side has lent or handed to the other.
//
// The packages python and python/bind are what users and generated code see of
// it. Types that users hold (objects, arrays, errors) are python's; engine
// reaches them through [Hooks] and [Register].
package engine
