#include <functional>
struct Worker2 {
  int n = 1;
  int work(int x) { return n * x; }
};
int by_pointer(Worker2& w) {
  int (Worker2::*f)(int) = &Worker2::work;
  int Worker2::*m = &Worker2::n;
  return (w.*f)(2) + w.*m + std::invoke(f, w, 3);
}
