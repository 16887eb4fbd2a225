#include <mutex>
std::once_flag once;
int value_once() {
  static int v = 0;
  std::call_once(once, [] { v = 42; });
  return v;
}
