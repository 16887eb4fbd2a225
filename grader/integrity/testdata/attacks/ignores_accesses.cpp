// expect: proven __tsan_ignore_thread_begin
extern "C" __attribute__((weak)) void __tsan_ignore_thread_begin();
int touch(int* p) {
  if (&__tsan_ignore_thread_begin) __tsan_ignore_thread_begin();  // here
  return ++*p;
}
