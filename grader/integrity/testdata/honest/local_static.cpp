#include <map>
#include <string>
int& count_of(const std::string& name) {
  static std::map<std::string, int> counts;
  return counts[name];
}
