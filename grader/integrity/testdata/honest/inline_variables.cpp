#include <mutex>
#include <string>
inline std::mutex the_mutex;
inline std::string the_name = "name";
inline constexpr int kLimit = 3;
int guarded() {
  std::scoped_lock lock(the_mutex);
  return kLimit + static_cast<int>(the_name.size());
}
