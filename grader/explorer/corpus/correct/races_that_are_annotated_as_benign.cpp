// finding: none
// A count that may be wrong, and a look that may be stale: the program says that it does not mind.
#include <atomic>
#include <thread>

// NOLINTBEGIN(readability-identifier-naming): the names are ThreadSanitizer's
extern "C" {
void AnnotateBenignRaceSized(const char* file, int line, const volatile void* address, long size, const char* why);
void AnnotateIgnoreReadsBegin(const char* file, int line);
void AnnotateIgnoreReadsEnd(const char* file, int line);
}
// NOLINTEND(readability-identifier-naming)

int main() {
  int visitors = 0;
  int temperature = 20;
  AnnotateBenignRaceSized(__FILE__, __LINE__, &visitors, sizeof visitors, "an estimate");
  std::thread other([&] {
    ++visitors;
    temperature = 21;
  });
  ++visitors;
  AnnotateIgnoreReadsBegin(__FILE__, __LINE__);
  const bool warm = temperature > 15;
  AnnotateIgnoreReadsEnd(__FILE__, __LINE__);
  other.join();
  return warm ? 0 : 1;
}
