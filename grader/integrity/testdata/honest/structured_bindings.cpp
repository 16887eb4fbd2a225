#include <map>
#include <string>
#include <tuple>

namespace structured_bindings {

int sum(const std::map<std::string, int>& numbers) {
  int all = 0;
  for (const auto& [name, number] : numbers) all += number + static_cast<int>(name.size());
  const auto [least, most] = std::tuple(all, 2 * all);
  return least + most;
}

}  // namespace structured_bindings
