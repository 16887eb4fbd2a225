#include <future>
#include <numeric>
#include <vector>
int in_background(const std::vector<int>& v) {
  auto f = std::async(std::launch::async, [&] { return std::accumulate(v.begin(), v.end(), 0); });
  std::promise<int> p;
  auto g = p.get_future();
  std::packaged_task<int()> task([] { return 4; });
  auto h = task.get_future();
  task();
  p.set_value(3);
  return f.get() + g.get() + h.get();
}
