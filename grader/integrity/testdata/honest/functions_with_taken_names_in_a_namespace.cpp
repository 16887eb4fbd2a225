namespace mine {
int connect(int a, int b) { return a * b; }
int send(const char* s) { return s[0]; }
void wait() {}
}  // namespace mine
