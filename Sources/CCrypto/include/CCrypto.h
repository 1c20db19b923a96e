// libcrypto, as far as it is used.
#pragma once

#include <openssl/evp.h>

#include "CLoading.h"

#define LIBCRYPTO(F) F(EVP_Digest) F(EVP_sha256) F(EVP_Q_mac)
NHACVIEC_LIBRARY(libcrypto, LIBCRYPTO)
