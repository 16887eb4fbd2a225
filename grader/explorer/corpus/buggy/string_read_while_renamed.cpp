// finding: data-race
// One thread gives a string a new and longer text, the other asks for its length meanwhile.
// No lock orders the assignment and the read.
#include <string>
#include <thread>

int main() {
  std::string title = "draft";
  std::size_t width = 0;
  std::thread editor([&] { title = "the final version, which needs storage of its own"; });
  std::thread printer([&] { width = title.size(); });
  editor.join();
  printer.join();
}
