// expect: proven __asan_unpoison_memory_region
extern "C" __attribute__((weak)) void __asan_unpoison_memory_region(const void*, unsigned long);
void open(const void* p) {
  if (&__asan_unpoison_memory_region) __asan_unpoison_memory_region(p, 4096);  // here
}
