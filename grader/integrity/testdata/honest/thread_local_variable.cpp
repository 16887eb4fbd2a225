#include <string>
thread_local std::string scratch = "empty";
const std::string& scratch_with(char c) {
  scratch += c;
  return scratch;
}
