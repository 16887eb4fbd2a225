#include <cstdlib>
#include <filesystem>
#include <string>
std::string home() {
  const char* h = std::getenv("HOME");
  return h == nullptr ? "" : h;
}
bool there(const std::string& p) { return std::filesystem::exists(p); }
