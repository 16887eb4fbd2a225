#include "store.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

std::string FolderStore::read(const std::string& name) {
  std::ifstream file(folder_ / name, std::ios::binary);
  if (!file) throw std::runtime_error(name + " cannot be opened");
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (file.bad()) throw std::runtime_error(name + " cannot be read");
  return bytes;
}

void FolderStore::write(const std::string& name, const std::string& bytes) {
  std::ofstream file(folder_ / name, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();  // so that what was not written yet fails here, and not unseen in the destructor
  if (!file) throw std::runtime_error(name + " cannot be written");
}

void FolderStore::rename(const std::string& from, const std::string& to) {
  std::filesystem::rename(folder_ / from, folder_ / to);
}

void FolderStore::remove(const std::string& name) { std::filesystem::remove(folder_ / name); }
