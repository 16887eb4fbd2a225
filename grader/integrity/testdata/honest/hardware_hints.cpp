#include <new>
#include <thread>
struct alignas(64) Padded {
  long value;
};
Padded slots[8];
unsigned workers() { return std::thread::hardware_concurrency(); }
inline void relax() {
  __builtin_prefetch(slots);
#ifdef __x86_64__
  __builtin_ia32_pause();
#endif
}
long add_all() {
  relax();
  long s = 0;
  for (auto& p : slots) s += p.value;
  return s;
}
