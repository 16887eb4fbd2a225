// expect: proven .init
__attribute__((section(".init"), used)) static void early() {}
