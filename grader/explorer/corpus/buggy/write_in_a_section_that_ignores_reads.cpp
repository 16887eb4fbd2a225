// finding: data-race
// Only reads are ignored in the section: the write that stands in it races like any other.
#include <thread>

extern "C" void AnnotateIgnoreReadsBegin(const char* file, int line);
extern "C" void AnnotateIgnoreReadsEnd(const char* file, int line);

int main() {
  int value = 0;
  std::thread other([&] { value = 1; });
  AnnotateIgnoreReadsBegin(__FILE__, __LINE__);
  value = 2;
  AnnotateIgnoreReadsEnd(__FILE__, __LINE__);
  other.join();
  return value > 2;
}
