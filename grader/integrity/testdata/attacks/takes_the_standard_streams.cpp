// expect: proven _ZSt4cout
// only: g++
long quiet __asm__("_ZSt4cout") = 0;
