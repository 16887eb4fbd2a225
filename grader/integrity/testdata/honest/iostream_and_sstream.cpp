#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>
std::string shown(double x) {
  std::ostringstream s;
  s << std::fixed << std::setprecision(2) << x;
  std::cerr << s.str() << std::endl;
  return s.str();
}
bool noted(const std::string& text) {
  std::ofstream out("notes.txt", std::ios::app);
  out << text;
  return out.good();
}
