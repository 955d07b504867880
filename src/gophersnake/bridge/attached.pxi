# For how long a call is attached, where its caller asks for it: the clock's time is taken off
# where it attaches and added where it detaches. 0 is a call of which nobody wants to know.

cdef inline void clock_in(CallBlock* block) noexcept nogil:
    if not gs_likely(block.attached == 0):
        block.attached -= gs_clock()


cdef inline void clock_out(CallBlock* block) noexcept nogil:
    if not gs_likely(block.attached == 0):
        block.attached += gs_clock()
