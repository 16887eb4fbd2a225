// expect: proven __tsan_release
extern "C" __attribute__((weak)) void __tsan_release(void*);
void publish(void* p) {
  if (&__tsan_release) __tsan_release(p);  // here
}
