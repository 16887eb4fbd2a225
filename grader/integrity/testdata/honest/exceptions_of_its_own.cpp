#include <exception>
#include <stdexcept>
#include <string>
class Refused : public std::runtime_error {
 public:
  explicit Refused(const std::string& why) : std::runtime_error(why) {}
  const char* what() const noexcept override { return "refused"; }
};
int guarded_call(int x) {
  try {
    if (x < 0) throw Refused("negative");
    return x;
  } catch (const std::exception& e) {
    std::throw_with_nested(Refused(e.what()));
  }
}
