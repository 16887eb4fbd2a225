// expect: proven write
long quiet(int, const void*, unsigned long) __asm__("write");
long quiet(int, const void*, unsigned long size) { return static_cast<long>(size); }  // here
