#include <string>
#include <vector>
struct Table {
  Table() : names{"a", "b"} {}
  ~Table() { names.clear(); }
  std::vector<std::string> names;
};
Table the_table;
