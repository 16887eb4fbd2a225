// finding: data-race
// main starts a worker, reads the worker's result, and only then joins.
// The join comes too late: the read is unordered with the worker's write.
#include <thread>

int main() {
  int result = 0;
  std::thread worker([&] { result = 6 * 7; });
  const int answer = result;
  worker.join();
  return answer == result ? 0 : 1;
}
