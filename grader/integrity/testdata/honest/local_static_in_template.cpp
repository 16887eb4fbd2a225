template <class T>
T& one_of() {
  static T value{};
  return value;
}
long both() { return ++one_of<int>() + ++one_of<long>(); }
