#include <string>
#include <vector>
template class std::vector<short>;
template std::basic_string<char>::basic_string(const char*, const std::allocator<char>&);
