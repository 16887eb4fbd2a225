// finding: data-race
// The program says that all before the annotation happens before what the reader does. The write comes behind it.
#include <atomic>
#include <thread>

extern "C" void AnnotateHappensBefore(const char* file, int line, const volatile void* address);
extern "C" void AnnotateHappensAfter(const char* file, int line, const volatile void* address);

int main() {
  int value = 0;
  int seen = 0;
  std::atomic<bool> ready{false};
  std::thread writer([&] {
    AnnotateHappensBefore(__FILE__, __LINE__, &ready);
    ready.store(true, std::memory_order_relaxed);
    value = 6;
  });
  if (ready.load(std::memory_order_relaxed)) {
    AnnotateHappensAfter(__FILE__, __LINE__, &ready);
    seen = value;
  }
  writer.join();
  return seen > 6;
}
