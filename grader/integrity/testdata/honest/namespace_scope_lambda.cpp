inline const auto kSquare = [](auto x) { return x * x; };
int squared(int x) { return kSquare(x); }
