// expect: proven write
extern "C" long quiet(int, const void*, unsigned long size) { return static_cast<long>(size); }
extern "C" long write(int, const void*, unsigned long) __attribute__((alias("quiet")));
