#include <functional>
#include <map>
#include <string>
std::map<std::string, std::function<int(int)>> handlers{{"twice", [](int x) { return 2 * x; }}};
int handle(const std::string& name, int x) { return handlers.at(name)(x); }
