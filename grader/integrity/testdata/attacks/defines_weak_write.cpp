// expect: proven write
extern "C" __attribute__((weak)) long write(int, const void*, unsigned long size) {  // here
  return static_cast<long>(size);
}
