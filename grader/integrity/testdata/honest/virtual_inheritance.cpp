#include <string>

namespace virtual_inheritance {

struct Named {
  virtual ~Named() = default;
  std::string name;
};
struct Reader : virtual Named {
  virtual int read() { return 1; }
};
struct Writer : virtual Named {
  virtual int write() { return 2; }
};
struct Both final : Reader, Writer {
  int read() override { return static_cast<int>(name.size()) + write(); }
};

int use(Both& both) { return static_cast<Reader&>(both).read(); }

}  // namespace virtual_inheritance
