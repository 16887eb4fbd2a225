#include <memory>
#include <vector>
struct Leaver {
  std::vector<int> seen;
  ~Leaver() { seen.clear(); }
};
int seen_here(int x) {
  thread_local auto leaver = std::make_unique<Leaver>();
  leaver->seen.push_back(x);
  return static_cast<int>(leaver->seen.size());
}
